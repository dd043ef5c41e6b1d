"""What runs on the far side of the wall: zygotes, the jail around each program, and the harness inside it."""
