export const account = {
  title: 'Masuk',
}
