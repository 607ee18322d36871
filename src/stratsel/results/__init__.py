"""What people and programs are told: frozen results, with their reasons as facts."""
