#!/usr/bin/env bash
# Holds the API against its description, with tools from npm: Spectral reads it, and Specmatic calls
# every operation with bodies and parameters made from it, right ones and wrong ones, as a vendor, a
# distributor and ops of the demo. judge.mjs says what of the answers is amiss.
#
#   .ci/fuzz.sh              one seed
#   .ci/fuzz.sh 1 2 3        other parameters and ids for each of them
#
# Needs node and a JDK; takes about three minutes a seed on two cores.
set -uo pipefail
cd "$(dirname "$0")/.."
root=$PWD
seeds=${*:-1}
folder=$(mktemp -d)
port=${FUZZ_PORT:-8590}
server=
judge=
end() {
    [ -z "$judge" ] || kill "$judge" 2> /dev/null
    # The build tool has the server as its child.
    [ -z "$server" ] || pkill -P "$server" 2> /dev/null
    wait
    rm -rf "$folder"
}
trap end EXIT
failed=0

cp .ci/fuzz/* .ci/fuzz/.spectral.yaml docs/openapi.yaml "$folder"
cd "$folder"
npm install --silent --no-audit --no-fund --no-package-lock || exit 1
npx spectral lint openapi.yaml --ruleset .spectral.yaml --fail-severity warn || failed=1

(cd "$root" && TIERHUB_DATA="$folder/data" SERVER_PORT=$port TIERHUB_MANAGEMENT_PORT=$((port + 1)) \
    TIERHUB_TOKENS_CALLS_PER_MINUTE=1000000 TIERHUB_PAGES_CALLS_PER_MINUTE=1000000 \
    exec ./mvnw -q spring-boot:run) > server.log 2>&1 &
server=$!
for _ in $(seq 300); do
    [ -f data/demo.env ] && curl -sf "http://127.0.0.1:$((port + 1))/actuator/health/readiness" > /dev/null && break
    sleep 1
done
. data/demo.env || { tail -20 server.log; exit 1; }

export SPECMATIC_GENERATIVE_TESTS=true MAX_TEST_REQUEST_COMBINATIONS=1
export IGNORE_INLINE_EXAMPLES=true IGNORE_INLINE_EXAMPLE_WARNINGS=true
for seed in $seeds; do
    for who in NIMBUS ALPINE OPS; do
        export ApiKey=${!who}
        node reduce.mjs openapi.yaml "http://127.0.0.1:$port" "$ApiKey" "$seed" > reduced.json || exit 1
        node judge.mjs openapi.yaml "http://127.0.0.1:$port" $((port + 2)) > verdict &
        judge=$!
        java -jar node_modules/specmatic/specmatic.jar test --lenient \
            --testBaseURL="http://127.0.0.1:$((port + 2))" reduced.json > specmatic.log 2>&1
        kill "$judge"
        wait "$judge" || failed=1
        judge=
        echo "seed $seed, $who: $(cat verdict)"
    done
done
if grep -E " (WARN|ERROR) " server.log; then
    failed=1
fi
exit $failed
