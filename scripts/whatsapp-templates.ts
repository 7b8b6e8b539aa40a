import { readEnv } from '~/config/env.server'
import { metaTemplates } from '~/domain/message/templates/meta-templates'
import { templateProblems } from '~/domain/message/templates/template-problems'

// `npm run -s whatsapp:templates`: all templates as WhatsApp's message_templates takes them; see docs/whatsapp.md.
const { PUBLIC_URL } = readEnv()
const problems = templateProblems()
if (!PUBLIC_URL || problems.length > 0) {
  const said = PUBLIC_URL ? problems : ['PUBLIC_URL is not set: the templates’ links lead there.']
  process.stderr.write(`${said.join('\n')}\n`)
  process.exitCode = 1
} else {
  process.stdout.write(`${JSON.stringify(metaTemplates(PUBLIC_URL.replace(/\/+$/, '')), null, 2)}\n`)
}
