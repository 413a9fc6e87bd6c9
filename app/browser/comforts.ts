// The small comforts of every page: a few lines, no framework. Every page works without them.
export {};
