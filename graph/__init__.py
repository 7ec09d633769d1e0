"""The graph: its vocabulary, its rows, its statements and the store behind them."""
