"""What each kind of page shows, as frozen values that its template prints."""
