/** Why an order ended where nobody of its pesantren is left to say so: a code that each reads in their own language. */
export const PESANTREN_LEFT = 'pesantren-left'
