/**
 * Which wording of the consents is shown now: `consents` of app/i18n/<locale>/privacy.ts. Raise it with every
 * change of their meaning; what was agreed to before stays with its own words.
 */
export const PRIVACY_TEXT_VERSION = '2026-11'
