import type { BetterAuthPlugin } from 'better-auth'
import { APIError, createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { z } from 'zod'

/**
 * Opens a session of somebody who has proven, by our own means, who they are. It has no address: only the
 * server calls it. The hook of sessions (create-auth.server.ts) still refuses those who may not come in.
 */
export const sessionPlugin = {
  id: 'proven-session',
  endpoints: {
    openProvenSession: createAuthEndpoint(
      { method: 'POST', body: z.object({ personId: z.uuid() }) },
      async (ctx) => {
        const user = await ctx.context.internalAdapter.findUserById(ctx.body.personId)
        const session = user && (await ctx.context.internalAdapter.createSession(user.id, false))
        if (!session) throw new APIError('UNAUTHORIZED')
        await setSessionCookie(ctx, { session, user }, false)
        return { opened: true }
      },
    ),
  },
} satisfies BetterAuthPlugin
