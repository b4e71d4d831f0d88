#!/usr/bin/env bash
# Shows that the random histories have teeth: plants each fault of .ci/faults in a copy of the
# sources, and says which seed catches it.
#
#   .ci/planted-faults.sh                     all of them, seeds 1 to 200
#   .ci/planted-faults.sh 1-50 cycle-check-skipped
set -uo pipefail
cd "$(dirname "$0")/.."
seeds=${1:-1-200}
shift || true
if [ $# -eq 0 ]; then
    for patch in .ci/faults/*.patch; do
        set -- "$@" "$(basename "$patch" .patch)"
    done
fi

copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
missed=0
for fault in "$@"; do
    rm -rf "$copy/tree"
    mkdir "$copy/tree"
    git archive HEAD | tar -x -C "$copy/tree"
    patch -s -p1 -d "$copy/tree" < ".ci/faults/$fault.patch" || exit 1
    (cd "$copy/tree" && ./mvnw -q verify -pl api-web -am -Dtest=None -Dit.test=HistoriesIT \
        -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false \
        -Dspotless.check.skip=true -Dtierhub.histories="$seeds" -Dtierhub.histories.whole) \
        > "$copy/log" 2>&1
    caught=$(grep -hoE "seed [0-9]+: .*" "$copy"/tree/api-web/target/failsafe-reports/*.txt 2> /dev/null | head -1)
    if [ -n "$caught" ]; then
        echo "$fault: caught by $caught"
    elif grep -q "COMPILATION ERROR" "$copy/log"; then
        echo "$fault: does not compile"
        grep ERROR "$copy/log" | head -5
        exit 1
    else
        echo "$fault: NOT caught by seeds $seeds"
        missed=1
    fi
done
exit $missed
