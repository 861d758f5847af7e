"""One module for each command. Only this folder walks folders and writes files."""
