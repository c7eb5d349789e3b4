"""The front desk: takes the order, says what is happening, hands over the work. One module per verb, thin.

The door, `main`, stands in `brochure.cli.main`: importing this package costs nothing.
"""
