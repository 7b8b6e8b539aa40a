export const need = {
  title: 'Kebutuhan',
}
