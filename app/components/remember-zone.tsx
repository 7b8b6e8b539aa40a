import { useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'
import { ZONE_COOKIE } from '../reader-zone'

/** Tells the server the device's zone, for pages that show times; they are shown anew where it differs. */
export function RememberZone({ shown }: { shown: string }) {
  const { revalidate } = useRevalidator()
  useEffect(() => {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
    if (!zone || zone === shown) return
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser that we serve.
    document.cookie = `${ZONE_COOKIE}=${encodeURIComponent(zone)}; Path=/; Max-Age=31536000; SameSite=Lax`
    if (document.cookie.includes(`${ZONE_COOKIE}=`)) revalidate()
  }, [shown, revalidate])
  return null
}
