"""What sets the project up and checks it; used by the Makefile and by the tests, never by a site build."""
