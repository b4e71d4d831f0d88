@echo off
rem TierHub's build wrapper for Windows: finds (or downloads) a JDK 25+ and Maven, then runs Maven on
rem that JDK. The twin of mvnw, which tells the order, the reasons and the environment variables:
rem TIERHUB_WRAPPER_HOME, TIERHUB_JDK_URL, TIERHUB_MAVEN_URL, TIERHUB_MAVEN_SHA512 and
rem TIERHUB_JVM_DIRS (parted by ';' here). Keep the two alike.

setlocal EnableExtensions DisableDelayedExpansion
set "TIERHUB_SELF=%~f0"
for %%I in ("%~dp0.") do set "MAVEN_BASEDIR=%%~fI"
set "TIERHUB_FOUND_JDK="
set "TIERHUB_FOUND_MVN="

rem PowerShell runs the part of this file below the marker line, which prints the two as NAME=VALUE.
rem The file's own name goes through the environment, so no character in it needs quoting.
rem PSModulePath is out of the way meanwhile: inherited from PowerShell 7 it breaks version 5.1.
set "TIERHUB_MODULES=%PSModulePath%"
set "PSModulePath="
for /f "usebackq tokens=1,* delims==" %%A in (`powershell -NoProfile -ExecutionPolicy Bypass -Command "$t = [IO.File]::ReadAllText($env:TIERHUB_SELF); Invoke-Expression $t.Substring($t.LastIndexOf('#' + '--- powershell', [StringComparison]::Ordinal))"`) do set "%%A=%%B"
set "PSModulePath=%TIERHUB_MODULES%"
if not defined TIERHUB_FOUND_MVN exit /b 1

set "JAVA_HOME=%TIERHUB_FOUND_JDK%"
rem Maven's own libraries still use what JDK 24 began to warn about; say that it is known.
set "MAVEN_OPTS=--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow %MAVEN_OPTS%"

rem Away from any pom.xml, build the whole project. Put last: of two -f Maven takes the first, so one
rem given by the caller wins.
set "TIERHUB_POM="
if not exist pom.xml if exist "%MAVEN_BASEDIR%\pom.xml" set TIERHUB_POM=-f "%MAVEN_BASEDIR%\pom.xml"

rem Without `call`, which would expand percent signs and carets in the arguments a second time; mvn.cmd
rem then takes over and its exit code is ours.
"%TIERHUB_FOUND_MVN%" %* %TIERHUB_POM%
exit /b %ERRORLEVEL%

#--- powershell (5.1, as every Windows has it) ---

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
[Net.ServicePointManager]::SecurityProtocol = [Net.ServicePointManager]::SecurityProtocol -bor [Net.SecurityProtocolType]::Tls12

$JavaWanted = 25
$MavenVersion = '3.9.16'
# SHA-512 of apache-maven-3.9.16-bin.zip; change it together with the version (and in mvnw).
$MavenSha512 = 'ed41650d42485cfc243fad22158caf9cbb5dc408ce7a09ddb94dd42a019de929ca43065bfa450612cf12bf78b5cafa3884b96c090de326ff590448c933454af3'

$JdkUrl = 'https://api.adoptium.net'
$MavenUrl = 'https://archive.apache.org/dist/maven/maven-3'
$WrapperHome = "$env:USERPROFILE\.tierhub\wrapper"
if ($env:TIERHUB_JDK_URL) { $JdkUrl = $env:TIERHUB_JDK_URL }
if ($env:TIERHUB_MAVEN_URL) { $MavenUrl = $env:TIERHUB_MAVEN_URL }
if ($env:TIERHUB_MAVEN_SHA512) { $MavenSha512 = $env:TIERHUB_MAVEN_SHA512 }
if ($env:TIERHUB_WRAPPER_HOME) { $WrapperHome = $env:TIERHUB_WRAPPER_HOME }
$WrapperHome = [IO.Path]::GetFullPath([IO.Path]::Combine((Get-Location).ProviderPath, $WrapperHome))

$Arch = 'x64'
if ($env:PROCESSOR_ARCHITECTURE -eq 'ARM64' -or $env:PROCESSOR_ARCHITEW6432 -eq 'ARM64') { $Arch = 'aarch64' }
$JdkParent = Join-Path $WrapperHome "jdk\windows-$Arch"
$MavenParent = Join-Path $WrapperHome 'maven'

# stdout is read by the batch part, so people are told on stderr.
function Write-Note([string] $Text) {
    [Console]::Error.WriteLine("mvnw: $Text")
}

# The feature version in the JDK's release file, or 0 if this is not a whole JDK.
function Get-JdkMajor([string] $Folder) {
    if (-not $Folder) { return 0 }
    foreach ($part in 'release', 'bin\java.exe', 'bin\javac.exe') {
        if (-not (Test-Path -LiteralPath "$Folder\$part" -PathType Leaf)) { return 0 }
    }
    $line = Select-String -LiteralPath "$Folder\release" -Pattern '^JAVA_VERSION="?(\d+)' | Select-Object -First 1
    if (-not $line) { return 0 }
    return [int] $line.Matches[0].Groups[1].Value
}

# The oldest good JDK of these folders' children: closest to what the project is built with.
function Find-JdkIn([string[]] $Folders) {
    $best = $null
    $bestMajor = [int]::MaxValue
    foreach ($folder in $Folders) {
        if (-not $folder) { continue }
        foreach ($child in @(Get-ChildItem -LiteralPath $folder -Directory -ErrorAction SilentlyContinue)) {
            $major = Get-JdkMajor $child.FullName
            if ($major -ge $JavaWanted -and $major -lt $bestMajor) {
                $best = $child.FullName
                $bestMajor = $major
            }
        }
    }
    return $best
}

function Find-Jdk {
    $candidates = @()
    if ($env:JAVA_HOME) { $candidates += $env:JAVA_HOME.Trim('"').TrimEnd('\') }
    $java = Get-Command java.exe -CommandType Application -ErrorAction SilentlyContinue | Select-Object -First 1
    if ($java) {
        $file = Get-Item -LiteralPath $java.Path
        if ($file.LinkType -eq 'SymbolicLink' -and $file.Target) { $candidates += Split-Path (Split-Path ([string] @($file.Target)[0])) }
        $candidates += Split-Path (Split-Path $java.Path)
    }
    foreach ($candidate in $candidates) {
        if ((Get-JdkMajor $candidate) -ge $JavaWanted) { return $candidate }
    }
    if ($env:TIERHUB_JVM_DIRS) {
        $usual = $env:TIERHUB_JVM_DIRS.Split(';')
    } else {
        $usual = @()
        foreach ($vendor in 'Eclipse Adoptium', 'Java', 'Microsoft', 'Zulu', 'Amazon Corretto', 'BellSoft') {
            $usual += "$env:ProgramFiles\$vendor"
        }
        $usual += "$env:LOCALAPPDATA\Programs\Eclipse Adoptium"
        $usual += "$env:USERPROFILE\.jdks"
        $usual += "$env:USERPROFILE\.sdkman\candidates\java"
    }
    return Find-JdkIn ($usual + $JdkParent)
}

function Find-Maven {
    $cached = "$MavenParent\apache-maven-$MavenVersion\bin\mvn.cmd"
    if (Test-Path -LiteralPath $cached) { return $cached }
    # Only a Maven whose version the name of its core library tells; another is passed over.
    foreach ($mvn in @(Get-Command mvn.cmd -CommandType Application -All -ErrorAction SilentlyContinue)) {
        $lib = Join-Path (Split-Path (Split-Path $mvn.Path)) 'lib'
        foreach ($core in @(Get-ChildItem -LiteralPath $lib -Filter 'maven-core-*.jar' -ErrorAction SilentlyContinue)) {
            if ($core.Name -match '^maven-core-(\d+\.\d+)' -and [version] $Matches[1] -ge [version] '3.8') { return $mvn.Path }
        }
    }
    return $null
}

function Save-Url([string] $Url, [string] $File) {
    try {
        Invoke-WebRequest -UseBasicParsing -Uri $Url -OutFile $File -TimeoutSec 30
    } catch {
        throw "$Url could not be downloaded"
    }
}

function Get-Checksum([string] $File, [string] $Algorithm) {
    $hasher = [Security.Cryptography.HashAlgorithm]::Create($Algorithm)
    $stream = [IO.File]::OpenRead($File)
    try {
        return [BitConverter]::ToString($hasher.ComputeHash($stream)).Replace('-', '')
    } finally {
        $stream.Dispose()
    }
}

# Unpacks a checked archive and moves its one folder below $Parent. All is made in a temporary folder
# beside it, so that the last step is a rename and a failure leaves nothing behind. Of two first runs
# at once one rename fails; the other's copy is as good.
function Install-Archive([string] $Temp, [string] $Url, [string] $Algorithm, [string] $Checksum, [string] $Parent) {
    $archive = Join-Path $Temp 'archive.zip'
    $new = Join-Path $Temp 'new'
    Save-Url $Url $archive
    if ((Get-Checksum $archive $Algorithm) -ne $Checksum) {
        throw "the file from $Url was refused because its $Algorithm checksum is wrong"
    }
    try {
        Add-Type -AssemblyName System.IO.Compression.FileSystem
        [IO.Compression.ZipFile]::ExtractToDirectory($archive, $new)
        $top = @(Get-ChildItem -LiteralPath $new -Directory)[0]
        $null = [IO.Directory]::CreateDirectory($Parent)
    } catch {
        throw "the file from $Url could not be unpacked"
    }
    $kept = Join-Path $Parent $top.Name
    try {
        [IO.Directory]::Move($top.FullName, $kept)
    } catch {
        if (-not (Test-Path -LiteralPath $kept)) { throw "the folder $Parent cannot be written" }
    }
    return $kept
}

# Runs an installation with a temporary folder that is gone afterwards, whatever happens.
function Use-TempFolder([scriptblock] $Action) {
    $temp = Join-Path $WrapperHome ('.download.' + [IO.Path]::GetRandomFileName())
    try {
        $null = [IO.Directory]::CreateDirectory($temp)
    } catch {
        throw "the folder $WrapperHome cannot be written"
    }
    try {
        return & $Action $temp
    } finally {
        Remove-Item -LiteralPath $temp -Recurse -Force -ErrorAction SilentlyContinue
    }
}

function Install-Jdk {
    Write-Note "downloading Eclipse Temurin JDK $JavaWanted for windows-$Arch to $WrapperHome"
    $found = Use-TempFolder {
        param($temp)
        # The newest archive and its checksum come in one answer, so the two always match.
        $assets = Join-Path $temp 'assets.json'
        Save-Url "$JdkUrl/v3/assets/latest/$JavaWanted/hotspot?architecture=$Arch&image_type=jdk&os=windows&vendor=eclipse" $assets
        $package = $null
        try {
            $answer = ConvertFrom-Json ([IO.File]::ReadAllText($assets))
            $package = @($answer)[0].binary.package
        } catch {
            $package = $null
        }
        if (-not $package -or -not $package.link -or -not $package.checksum) {
            throw "$JdkUrl names no JDK $JavaWanted for windows-$Arch"
        }
        Install-Archive $temp $package.link 'SHA256' $package.checksum $JdkParent
    }
    if ((Get-JdkMajor $found) -lt $JavaWanted) { throw "$found is no JDK $JavaWanted (remove it)" }
    return $found
}

function Install-Maven {
    Write-Note "downloading Apache Maven $MavenVersion to $WrapperHome"
    $found = Use-TempFolder {
        param($temp)
        Install-Archive $temp "$MavenUrl/$MavenVersion/binaries/apache-maven-$MavenVersion-bin.zip" 'SHA512' $MavenSha512 $MavenParent
    }
    if (-not (Test-Path -LiteralPath "$found\bin\mvn.cmd")) { throw "$found is no Maven (remove it)" }
    return "$found\bin\mvn.cmd"
}

try {
    $jdk = Find-Jdk
    if (-not $jdk) { $jdk = Install-Jdk }
} catch {
    Write-Note "no JDK $JavaWanted or newer was found and $($_.Exception.Message); install one (for example from https://adoptium.net), set JAVA_HOME to it and try again."
    exit 1
}
try {
    $mvn = Find-Maven
    if (-not $mvn) { $mvn = Install-Maven }
} catch {
    Write-Note "no Maven 3.8.0 or newer was found and $($_.Exception.Message); install Maven (https://maven.apache.org), put mvn on PATH and try again."
    exit 1
}
[Console]::Out.WriteLine("TIERHUB_FOUND_JDK=$jdk")
[Console]::Out.WriteLine("TIERHUB_FOUND_MVN=$mvn")
