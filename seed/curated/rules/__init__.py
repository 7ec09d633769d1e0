"""The rules that records must keep. Each yields problems and raises nothing."""
