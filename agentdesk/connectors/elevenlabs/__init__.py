"""ElevenLabs: calls with a second request for the words, agents read one by one, numbers that lead to them."""
