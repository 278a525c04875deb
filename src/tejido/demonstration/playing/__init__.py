"""From plans to acts: each module turns one kind of plan into dated steps, played through the commands alone."""
