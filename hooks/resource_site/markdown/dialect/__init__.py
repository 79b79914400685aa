"""The dialect: its parser, its own rules, its limits, its HTML."""
