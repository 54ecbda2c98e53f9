# syntax=docker/dockerfile:1
FROM node:26-slim AS installed
WORKDIR /pols
ENV NODE_ENV=production
COPY package.json package-lock.json .npmrc ./
# A script of ours may run after installing; it needs the source, so it runs below.
RUN npm ci --omit=dev --ignore-scripts && npm cache clean --force
COPY bin bin
COPY config config
COPY migrations migrations
COPY src src
# The prepared embedded database: a first start then takes a second.
RUN node src/prepare.ts && chmod -R a+rX node_modules/.cache

FROM node:26-slim
WORKDIR /pols
ENV NODE_ENV=production DATA_DIR=/data PORT=3000
COPY --from=installed /pols /pols
RUN mkdir --mode=0700 /data /backups && chown node:node /data /backups
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Node is the first process and hears SIGTERM itself; it starts no processes of its own.
ENTRYPOINT ["node", "src/main.ts"]
CMD ["start"]
