// CSVFiles
