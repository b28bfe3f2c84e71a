"""What every connector is made with: the contract, one careful HTTP client, lenient reading, known troubles."""
