/** The file of a report that names all others with their digests. */
export const MANIFEST = "manifest.json";
