// ExternalDetector
