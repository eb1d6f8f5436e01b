"""The arguments of each room's commands. Only argparse here, so that --help never waits."""
