"""The window itself: navigation, menus, commands, help, and what runs beside it."""
