import { Outlet } from '@remix-run/react'

export default function CanvasLayout() {
  return <Outlet />
}
