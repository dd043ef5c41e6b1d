"""The untrusted side of the sandbox: zygotes, the jail around each program, and the harness inside it."""
