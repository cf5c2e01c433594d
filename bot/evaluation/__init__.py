"""The editors' regression test: question files asked of the robot, and what its answers are worth."""
