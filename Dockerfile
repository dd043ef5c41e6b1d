# The same steps as `npm start`: system packages of the sandbox, npm ci, build.
FROM node:24-bookworm-slim

WORKDIR /holdout
ENV NX_DAEMON=false NX_NO_CLOUD=true

COPY package.json package-lock.json ./
COPY tools ./tools
COPY libs/sandbox-driver/src/machine/system-packages.ts ./libs/sandbox-driver/src/machine/system-packages.ts
RUN node tools/setup/image.mjs && rm -rf /var/lib/apt/lists/*
RUN npm ci --no-audit --no-fund --loglevel=error

COPY . .
RUN npx nx run-many -t build --outputStyle=static

RUN install -d -o node -g node /var/lib/holdout

EXPOSE 3000
CMD ["node", "--enable-source-maps", "dist/api/main.mjs"]
