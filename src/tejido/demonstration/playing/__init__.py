"""From what is planned to acts: each module turns one kind of plan into dated steps, played through the commands alone."""
