const known = new Map<string, Intl.DisplayNames>();

/**
 * What a language or a country is called.
 *
 * @param language A tag of BCP 47: the language of the name.
 * @returns The code itself if it is none: a pack may hold anything.
 */
export function displayName(type: 'language' | 'region', code: string, language: string): string {
  const key = `${type} ${language}`;
  // Made when first used: it costs some ten milliseconds.
  const names = known.get(key) ?? new Intl.DisplayNames([language], { type });
  known.set(key, names);
  try {
    return names.of(code) ?? code;
  } catch {
    // Intl tells of every code that is none by throwing.
    return code;
  }
}
