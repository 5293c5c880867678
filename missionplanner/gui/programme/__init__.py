"""The screens of programme and mission settings."""
