#!/bin/sh
# Tests ./mvnw with make-believe JDKs and Mavens (shell scripts that print what they were given) and
# a stand-in download server on 127.0.0.1. Needs python3 or node for the server; without either the
# download tests are skipped. Touches nothing outside its own temporary folder.
#
#   .ci/wrapper-test.sh [MVNW]        WRAPPER_SHELL=dash|"busybox sh"|... runs mvnw with that shell

set -u
here=$(cd -- "$(dirname -- "$0")" && pwd)
mvnw=${1:-$here/../mvnw}
shell=${WRAPPER_SHELL:-sh}
# Spaces and a quote in every path, on purpose.
work=$(mktemp -d "${TMPDIR:-/tmp}/tierhub wrapper's test.XXXXXX") || exit 1
work=$(cd -- "$work" && pwd -P) # macOS's temporary folder lies behind a link
server=
passed=0
failed=0
skipped=0

stop_server() {
    [ -n "$server" ] || return 0
    kill "$server" 2>/dev/null
    wait "$server" 2>/dev/null
    server=
}

finish() {
    stop_server
    rm -rf "$work"
}
trap finish EXIT
trap 'exit 130' HUP INT TERM

# --- make-believe JDKs and Mavens --------------------------------------------------------------

# make_jdk FOLDER VERSION
make_jdk() {
    mkdir -p "$1/bin"
    printf 'IMPLEMENTOR="Nobody"\nJAVA_VERSION="%s"\nOS_NAME="Linux"\n' "$2" >"$1/release"
    printf '#!/bin/sh\n' >"$1/bin/java"
    printf '#!/bin/sh\n' >"$1/bin/javac"
    chmod +x "$1/bin/java" "$1/bin/javac"
}

# make_maven FOLDER VERSION: a mvn that prints its environment and arguments
make_maven() {
    mkdir -p "$1/bin" "$1/lib"
    : >"$1/lib/maven-core-$2.jar"
    cat >"$1/bin/mvn" <<'MVN'
#!/bin/sh
printf 'maven=%s\njava=%s\nopts=%s\nbase=%s\nskiprc=%s\n' "$0" "$JAVA_HOME" "$MAVEN_OPTS" "${MAVEN_BASEDIR:-}" "${MAVEN_SKIP_RC:-}"
for arg in "$@"; do printf 'arg=[%s]\n' "$arg"; done
exit "${FAKE_EXIT:-0}"
MVN
    chmod +x "$1/bin/mvn"
}

# A PATH with only what mvnw may use, so that no java and no mvn of this machine is on it.
# make_tools FOLDER TOOL...
make_tools() {
    tools_dir=$1
    shift
    mkdir -p "$tools_dir"
    for tool in "$@"; do
        real=$(command -v "$tool") && ln -sf "$real" "$tools_dir/$tool"
    done
}

basics="sh busybox dirname readlink uname mkdir mktemp mv rm find grep sed tr tar gzip cat"
# shellcheck disable=SC2086  # a list of words
{
    make_tools "$work/tools" $basics curl wget sha256sum sha512sum shasum openssl
    make_tools "$work/tools wget" $basics wget openssl
    make_tools "$work/tools shasum" $basics curl wget shasum
    make_tools "$work/tools no net" $basics sha256sum sha512sum
    make_tools "$work/tools no sum" $basics curl wget
}
tools=$work/tools

project="$work/my project"
mkdir -p "$project/module" "$work/elsewhere" "$work/home"
cp "$mvnw" "$project/mvnw"
chmod +x "$project/mvnw"
: >"$project/pom.xml"
: >"$project/module/pom.xml"

make_jdk "$work/jdk17" 17.0.15
make_jdk "$work/jdk25" 25.0.3
make_jdk "$work/jdk26" 26-ea
make_jdk "$work/jre25" 25.0.3 && rm "$work/jre25/bin/javac"
make_jdk "$work/jvms/a 17" 17.0.1
make_jdk "$work/jvms/b 26" 26
make_jdk "$work/jvms/c 25" 25.0.1
make_jdk "$work/macs/temurin.jdk/Contents/Home" 25.0.2
make_maven "$work/mvn39" 3.9.0
make_maven "$work/mvn36" 3.6.3
mkdir -p "$work/links/deep"
ln -s "$work/jdk25/bin/java" "$work/links/deep/java"
ln -s deep/java "$work/links/java"

# --- running and checking ----------------------------------------------------------------------

# Every test states its world anew: variables for `env -i`, beginning with nothing but the basics.
world() {
    rm -rf "$work/cache dir"
    cwd=$project
    path=$work/mvn39/bin:$tools
    java_home=
    jvms=
    maven_opts=
    sum512=
    fake_exit=0
    jdk_base=http://127.0.0.1:1 # nothing listens there
    maven_base=http://127.0.0.1:1
}

run_mvnw() {
    # shellcheck disable=SC2086  # WRAPPER_SHELL may be two words
    (cd "$cwd" && env -i PATH="$path" HOME="$work/home" TIERHUB_WRAPPER_HOME="$work/cache dir" \
        TIERHUB_JVM_DIRS="$jvms" TIERHUB_JDK_URL="$jdk_base" TIERHUB_MAVEN_URL="$maven_base" \
        FAKE_EXIT="$fake_exit" ${java_home:+JAVA_HOME="$java_home"} \
        ${maven_opts:+MAVEN_OPTS="$maven_opts"} ${sum512:+TIERHUB_MAVEN_SHA512="$sum512"} \
        $shell "$project/mvnw" "$@")
}

# run ARGUMENT...: sets `status` and fills out and err
run() {
    run_mvnw "$@" >"$work/out" 2>"$work/err" </dev/null
    status=$?
}

# check NAME COMMAND...: counts one test
check() {
    name=$1
    shift
    if "$@"; then
        passed=$((passed + 1))
        printf 'ok    %s\n' "$name"
    else
        failed=$((failed + 1))
        printf 'FAIL  %s (exit %s)\n' "$name" "$status"
        sed 's/^/      out: /' "$work/out"
        sed 's/^/      err: /' "$work/err"
    fi
}

says() { grep -qxF -- "$1" "$work/out"; }
quiet() { [ ! -s "$work/err" ]; }
ran_on() { [ "$status" -eq 0 ] && says "java=$1"; }
ran_quietly_on() { ran_on "$1" && quiet; }
err_lines() { [ "$(wc -l <"$work/err")" -eq "$1" ]; }

# The wrapper's folder holds no file, and no folder but the empty one itself.
nothing_left() { [ -z "$(find "$work/cache dir" -mindepth 1 2>/dev/null)" ]; }
no_temporary() { [ -z "$(find "$work/cache dir" -name '.download.*' 2>/dev/null)" ]; }

# refused LINES WORDS...: exit 1, so many lines on stderr, the last a sentence with all these words,
# Maven not run, nothing left behind
refused() {
    [ "$status" -eq 1 ] && err_lines "$1" && [ ! -s "$work/out" ] && nothing_left || return 1
    shift
    for word in "mvnw: no" install "$@"; do
        sed -n '$p' "$work/err" | grep -qF -- "$word" || return 1
    done
}

# --- finding a JDK -----------------------------------------------------------------------------

world
jvms=$work/jvms path=$work/jdk17/bin:$path
run verify
check "java 17 first on PATH: the usual places are searched, 25 before 26" ran_quietly_on "$work/jvms/c 25"

world
jvms=$work/jvms
run verify
check "no java on PATH" ran_quietly_on "$work/jvms/c 25"

world
jvms=$work/jvms java_home=$work/jdk17
run verify
check "JAVA_HOME is 17" ran_quietly_on "$work/jvms/c 25"

world
java_home=$work/jdk25 jvms=$work/jvms path=$work/jdk26/bin:$path
run verify
check "JAVA_HOME is 25: taken before PATH" ran_quietly_on "$work/jdk25"

world
java_home=$work/jdk26
run verify
check "JAVA_HOME is newer (26-ea)" ran_quietly_on "$work/jdk26"

world
java_home=$work/gone path=$work/jdk25/bin:$path
run verify
check "JAVA_HOME does not exist" ran_quietly_on "$work/jdk25"

world
path=$work/links:$path jvms=$work/jvms
run verify
check "java on PATH behind two links: taken before the usual places" ran_quietly_on "$work/jdk25"

world
java_home=$work/jre25 jvms=$work/jvms
run verify
check "JAVA_HOME without javac" ran_quietly_on "$work/jvms/c 25"

world
jvms="$work/none:$work/macs"
run verify
check "a macOS bundle in the usual places" ran_quietly_on "$work/macs/temurin.jdk/Contents/Home"

# --- finding Maven -----------------------------------------------------------------------------

world
java_home=$work/jdk25
run verify
check "mvn 3.9.0 on PATH" says "maven=$work/mvn39/bin/mvn"

# The answer to -v of a Maven whose version no file name tells (as Debian's).
# make_speaking_maven FOLDER VERSION
make_speaking_maven() {
    make_maven "$1" 3.x
    # shellcheck disable=SC2016  # for the made script to expand
    printf '#!/bin/sh\n[ "$1" != -v ] || { echo "Apache Maven %s"; exit; }\n%s\n' "$2" \
        "$(sed 1d "$1/bin/mvn")" >"$1/bin/mvn.new"
    mv "$1/bin/mvn.new" "$1/bin/mvn" && chmod +x "$1/bin/mvn"
}
make_speaking_maven "$work/mvn38" 3.8.7
make_speaking_maven "$work/mvn37" 3.7.9

world
java_home=$work/jdk25 path=$work/mvn38/bin:$tools
run verify
check "mvn 3.8.7 on PATH that must be asked for its version" says "maven=$work/mvn38/bin/mvn"

world
java_home=$work/jdk25 path=$work/mvn37/bin:$tools
run verify
check "mvn 3.7.9 is too old: a download is tried" refused 2 "no Maven 3.8.0"

world
java_home=$work/jdk25 path=$work/mvn36/bin:$tools
run verify
check "mvn 3.6.3 is too old: a download is tried" refused 2 "no Maven 3.8.0"

world
mkdir -p "$work/selflink"
ln -sf "$project/mvnw" "$work/selflink/mvn"
java_home=$work/jdk25 path=$work/selflink:$tools
run verify
check "a link named mvn to mvnw itself is not taken for Maven" refused 2 "no Maven 3.8.0"

world
java_home=$work/jdk25
make_maven "$work/cache dir/maven/apache-maven-3.9.16" 3.9.16
run verify
check "an earlier download goes before mvn on PATH" says "maven=$work/cache dir/maven/apache-maven-3.9.16/bin/mvn"

# --- handing over to Maven ---------------------------------------------------------------------

flags="--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"
world
java_home=$work/jdk25
# shellcheck disable=SC2016  # handed over as it is
run -Dname="two  words" '' 'it'"'"'s "quoted"' '$HOME' '*' 'back\slash' -pl module
# shellcheck disable=SC2016
printf 'arg=[%s]\n' "-Dname=two  words" '' 'it'"'"'s "quoted"' '$HOME' '*' 'back\slash' -pl module >"$work/want"
grep '^arg=' "$work/out" >"$work/got"
check "arguments arrive unharmed" cmp -s "$work/want" "$work/got"
check "MAVEN_OPTS gets the flags" says "opts=$flags"
check "MAVEN_BASEDIR is the script's own folder" says "base=$(cd "$project" && pwd -P)"

world
java_home=$work/jdk25 maven_opts="-Xmx1g -Dmine=yes"
run verify
check "the user's MAVEN_OPTS stay" says "opts=$flags -Xmx1g -Dmine=yes"

world
java_home=$work/jdk25 fake_exit=7
run verify
check "Maven's exit code is the wrapper's" [ "$status" -eq 7 ]

# ends_with_pom: the project's pom.xml was added; no_pom: it was not
ends_with_pom() { [ "$(sed -n '$p' "$work/out")" = "arg=[$(cd "$project" && pwd -P)/pom.xml]" ]; }
no_pom() { [ "$status" -eq 0 ] && ! says "arg=[-f]"; }

world
java_home=$work/jdk25 cwd=$work/elsewhere
run verify
check "elsewhere: builds the whole project" ends_with_pom

world
java_home=$work/jdk25 cwd=$project/module
run verify
check "in a module: builds that module" no_pom

world
java_home=$work/jdk25 cwd=$work/elsewhere
ln -sf "$project/mvnw" "$work/elsewhere/link"
(cd "$cwd" && env -i PATH="$path" HOME="$work/home" JAVA_HOME="$java_home" ./link verify >"$work/out" 2>"$work/err")
status=$?
check "called through a link: finds the project" ends_with_pom

world
java_home=$work/jdk25
run verify
if ! grep -qs JAVA_HOME /etc/mavenrc /usr/local/etc/mavenrc; then
    check "without a mavenrc nothing is skipped" says "skiprc="
fi
echo 'JAVA_HOME=/old' >"$work/home/.mavenrc"
run verify
check "a mavenrc that sets JAVA_HOME is skipped" says "skiprc=1"
rm "$work/home/.mavenrc"

# --- nothing to be had -------------------------------------------------------------------------

world
run verify
check "no JDK, server down" refused 2 "no JDK 25" "127.0.0.1:1/" "could not be downloaded" JAVA_HOME

world
java_home=$work/jdk25 path=$tools
run verify
check "no Maven, server down" refused 2 "no Maven 3.8.0" "could not be downloaded"

world
path="$work/mvn39/bin:$work/tools no net"
run verify
check "no JDK, neither curl nor wget" refused 2 "neither curl nor wget"

world
: >"$work/cache dir"
run verify
check "no JDK, the wrapper's folder cannot be made" grep -q "cannot be written; install" "$work/err"
rm "$work/cache dir"

# --- the stand-in server -----------------------------------------------------------------------

# Serves $work/www and writes every path asked for to $work/asked. A path below /pair/ is answered
# only when two have asked for it (or after 20 s), so that two wrappers surely overlap.
start_server() {
    rm -f "$work/port"
    if python3 -c 'import http.server' 2>/dev/null; then
        python3 - "$work" <<'PY' &
import functools, http.server, os, sys, threading
work = sys.argv[1]
pair = threading.Barrier(2, timeout=20)
class Handler(http.server.SimpleHTTPRequestHandler):
    def do_GET(self):
        with open(work + "/asked", "a") as asked:
            asked.write(self.path + "\n")
        if self.path.startswith("/pair/"):
            self.path = self.path[len("/pair"):]
            if "hotspot" in self.path or "/binaries/" in self.path:
                try:
                    pair.wait()
                except threading.BrokenBarrierError:
                    pass
        super().do_GET()
    def log_message(self, *args):
        pass
server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=work + "/www"))
with open(work + "/port.new", "w") as port:
    port.write(str(server.server_port))
os.rename(work + "/port.new", work + "/port")
server.serve_forever()
PY
    elif node -e 0 2>/dev/null; then
        node - "$work" <<'JS' &
const fs = require("fs"), http = require("http"), work = process.argv[2];
let waiting = [];
const server = http.createServer((request, response) => {
  fs.appendFileSync(work + "/asked", request.url + "\n");
  let path = request.url.split("?")[0];
  const answer = () => fs.readFile(work + "/www" + path, (error, data) => {
    response.writeHead(error ? 404 : 200);
    response.end(error ? "" : data);
  });
  if (!path.startsWith("/pair/")) return answer();
  path = path.slice("/pair".length);
  if (!/hotspot|\/binaries\//.test(path)) return answer();
  waiting.push(answer);
  const release = () => { const all = waiting; waiting = []; all.forEach((one) => one()); };
  if (waiting.length === 2) release(); else setTimeout(release, 20000).unref();
});
server.listen(0, "127.0.0.1", () => {
  fs.writeFileSync(work + "/port.new", String(server.address().port));
  fs.renameSync(work + "/port.new", work + "/port");
});
JS
    else
        return 1
    fi
    server=$!
    tries=0
    while [ ! -s "$work/port" ]; do
        tries=$((tries + 1))
        if [ "$tries" -gt 200 ] || ! kill -0 "$server" 2>/dev/null; then
            echo "the stand-in server did not start"
            failed=$((failed + 1))
            return 1
        fi
        sleep 0.1
    done
    url=http://127.0.0.1:$(cat "$work/port")
}

hash_of() { # 256|512 FILE
    if command -v "sha$1sum" >/dev/null; then "sha$1sum" <"$2"; else shasum -a "$1" <"$2"; fi | cut -d' ' -f1
}

# publish_jdk NAME ARCHIVE CHECKSUM: an answer shaped like Adoptium's, with the installer's fields
# (which must not be taken) beside the package's
publish_jdk() {
    mkdir -p "$work/www/$1/v3/assets/latest/25"
    cat >"$work/www/$1/v3/assets/latest/25/hotspot" <<JSON
[
    {
        "binary": {
            "architecture": "x64",
            "image_type": "jdk",
            "installer": {
                "checksum": "0000000000000000000000000000000000000000000000000000000000000000",
                "link": "$url/wrong.pkg",
                "name": "wrong.pkg"
            },
            "os": "linux",
            "package": {
                "checksum": "$3",
                "checksum_link": "$url/files/$2.sha256.txt",
                "download_count": 702170,
                "link": "$url/files/$2",
                "metadata_link": "$url/files/$2.json",
                "name": "$2",
                "size": 1
            },
            "project": "jdk"
        },
        "release_name": "jdk-25.0.9+1",
        "vendor": "eclipse",
        "version": { "major": 25 }
    }
]
JSON
}

jdk_downloaded() { ran_on "$work/cache dir/jdk/$platform/$1" && err_lines 1 && no_temporary; }
maven_downloaded() {
    [ "$status" -eq 0 ] && says "maven=$work/cache dir/maven/apache-maven-3.9.16/bin/mvn" && err_lines 1 && no_temporary
}
asked_for() { [ "$(grep -c -- "$1" "$work/asked")" -eq "$2" ]; }

test_downloads() {
    # Archives: good ones, an old JDK, a macOS bundle, and a file that is no archive.
    files=$work/www/files
    mkdir -p "$files" "$work/pack"
    make_jdk "$work/pack/jdk-25.0.9+1" 25.0.9
    make_jdk "$work/pack/jdk-21.0.9+1" 21.0.9
    make_jdk "$work/pack/jdk-25.0.8+1/Contents/Home" 25.0.8
    make_maven "$work/pack/apache-maven-3.9.16" 3.9.16
    tar -czf "$files/good.tar.gz" -C "$work/pack" jdk-25.0.9+1
    tar -czf "$files/old.tar.gz" -C "$work/pack" jdk-21.0.9+1
    tar -czf "$files/bundle.tar.gz" -C "$work/pack" jdk-25.0.8+1
    echo "<html>please log in</html>" >"$files/page.tar.gz"
    for name in good old bundle page; do
        publish_jdk "$name" "$name.tar.gz" "$(hash_of 256 "$files/$name.tar.gz")"
    done
    publish_jdk missing missing.tar.gz "$(hash_of 256 "$files/good.tar.gz")"
    publish_jdk forged good.tar.gz "$(hash_of 256 "$files/old.tar.gz")"
    mkdir -p "$work/www/empty/v3/assets/latest/25" "$work/www/maven/3.9.16/binaries" "$work/www/badmaven/3.9.16/binaries"
    echo '[]' >"$work/www/empty/v3/assets/latest/25/hotspot"
    maven_file=$work/www/maven/3.9.16/binaries/apache-maven-3.9.16-bin.tar.gz
    tar -czf "$maven_file" -C "$work/pack" apache-maven-3.9.16
    cp "$files/page.tar.gz" "$work/www/badmaven/3.9.16/binaries/apache-maven-3.9.16-bin.tar.gz"
    maven_sum=$(hash_of 512 "$maven_file")
    : >"$work/asked"

    world
    jdk_base=$url/good
    run -v
    platform=$(ls "$work/cache dir/jdk" 2>/dev/null)
    check "JDK: downloaded, checked, unpacked, used" jdk_downloaded jdk-25.0.9+1
    check "JDK: asked for this system's build" \
        grep -q "hotspot?architecture=[a-z0-9]*&image_type=jdk&os=[a-z-]*&vendor=eclipse" "$work/asked"
    jdk_base=http://127.0.0.1:1
    run verify
    check "JDK: the second run needs no server and says nothing" ran_quietly_on "$work/cache dir/jdk/$platform/jdk-25.0.9+1"

    world
    jdk_base=$url/bundle
    run -v
    check "JDK: a macOS archive" jdk_downloaded jdk-25.0.8+1/Contents/Home

    world
    jdk_base=$url/forged
    run -v
    check "JDK: wrong checksum refused" refused 2 "no JDK 25" "SHA-256 checksum is wrong"

    world
    jdk_base=$url/missing
    run -v
    check "JDK: archive missing on the server" refused 2 "missing.tar.gz could not be downloaded"

    world
    jdk_base=$url/empty
    run -v
    check "JDK: nothing offered for this system" refused 2 "names no JDK 25"

    world
    jdk_base=$url/old
    run -v
    check "JDK: the archive holds an older one" refused 2 "holds no JDK 25"

    world
    jdk_base=$url/page
    run -v
    check "JDK: no archive at all" refused 2 "could not be unpacked"

    world
    jdk_base=$url/good path="$work/mvn39/bin:$work/tools no sum"
    run -v
    check "JDK: no tool to check with: refused" refused 2 "to check a download"

    world
    java_home=$work/jdk25 path=$tools maven_base=$url/maven sum512=$maven_sum
    run -v
    check "Maven: downloaded, checked, unpacked, used" maven_downloaded
    maven_base=http://127.0.0.1:1
    run -v
    check "Maven: the second run needs no server and says nothing" \
        ran_quietly_on "$work/jdk25"

    world
    java_home=$work/jdk25 path=$tools maven_base=$url/maven
    run -v
    check "Maven: wrong checksum (the pinned one) refused" refused 2 "no Maven 3.8.0" "SHA-512 checksum is wrong"

    world
    java_home=$work/jdk25 path=$tools maven_base=$url/badmaven sum512=$(hash_of 512 "$files/page.tar.gz")
    run -v
    check "Maven: no archive at all" refused 2 "could not be unpacked"

    world
    java_home=$work/jdk25 path=$tools maven_base=$url/nowhere
    run -v
    check "Maven: missing on the server" refused 2 "could not be downloaded"

    if command -v wget >/dev/null && command -v openssl >/dev/null; then
        world
        path="$work/tools wget" jdk_base=$url/good maven_base=$url/maven sum512=$maven_sum
        run -v
        check "JDK and Maven with wget and openssl only" \
            [ "$status$(wc -l <"$work/err" | tr -d ' ')" = 02 ]
    else
        skipped=$((skipped + 1))
    fi
    if command -v shasum >/dev/null; then
        world
        path="$work/tools shasum" jdk_base=$url/good maven_base=$url/maven sum512=$maven_sum
        run -v
        check "JDK and Maven with shasum" [ "$status$(wc -l <"$work/err" | tr -d ' ')" = 02 ]
    else
        skipped=$((skipped + 1))
    fi

    world
    path=$tools jdk_base=$url/pair/good maven_base=$url/pair/maven sum512=$maven_sum
    : >"$work/asked"
    run_mvnw first >"$work/out1" 2>"$work/err1" </dev/null &
    one=$!
    run second
    wait "$one"
    status=$status$?
    check "two at once: both run" [ "$status" = 00 ]
    check "two at once: they did overlap" asked_for "good.tar.gz" 2
    check "two at once: on the same JDK and Maven, each whole" \
        [ "$(sed '/^arg=/d' "$work/out")" = "$(sed '/^arg=/d' "$work/out1")" ]
    check "two at once: one copy is kept, no rest" \
        [ "$(cd "$work/cache dir" && find . -mindepth 1 -maxdepth 3 | LC_ALL=C sort | tr '\n' ' ')" = \
        "./jdk ./jdk/$platform ./jdk/$platform/jdk-25.0.9+1 ./maven ./maven/apache-maven-3.9.16 ./maven/apache-maven-3.9.16/bin ./maven/apache-maven-3.9.16/lib " ]

    stop_server
    run third
    check "both cached, server stopped" ran_quietly_on "$work/cache dir/jdk/$platform/jdk-25.0.9+1"
    world
    jdk_base=$url/good
    run -v
    check "server stopped: one clear sentence" refused 2 "could not be downloaded"
}

if start_server; then
    test_downloads
elif [ -z "$server" ]; then
    echo "skipped: the download tests (neither python3 nor node is here to serve)"
    skipped=$((skipped + 1))
fi

if [ "$skipped" -gt 0 ]; then
    echo "wrapper: $passed passed, $failed failed, $skipped skipped"
else
    echo "wrapper: $passed passed, $failed failed"
fi
[ "$failed" -eq 0 ]
