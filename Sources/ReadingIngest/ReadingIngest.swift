// ReadingIngest
