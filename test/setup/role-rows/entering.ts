import type { Row } from '../role-answers'

export const ROWS: Readonly<Record<string, Row>> = {}
