# From a fresh Windows 10 or 11 to a running Pennypost: installs what is missing (winget, vcpkg), builds, starts.
#
#   powershell -ExecutionPolicy Bypass -File packaging\windows\run.ps1 [options of pennypost]
#   ... run.ps1 --demo      in this console, without an account: a letter to the practice server
$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest

$root = (Resolve-Path (Join-Path $PSScriptRoot '..\..')).Path
$build = Join-Path $root 'build\release'
$vcpkg = if ($env:VCPKG_ROOT) { $env:VCPKG_ROOT } else { Join-Path $env:LOCALAPPDATA 'pennypost-vcpkg' }

function Invoke-Checked([string] $what, [scriptblock] $command) {
    & $command
    if ($LASTEXITCODE -ne 0) { throw "$what failed with exit code $LASTEXITCODE" }
}

function Test-Compiler {
    $where = Join-Path ${env:ProgramFiles(x86)} 'Microsoft Visual Studio\Installer\vswhere.exe'
    if (-not (Test-Path $where)) { return $null }
    return & $where -latest -products * -requires Microsoft.VisualStudio.Component.VC.Tools.x86.x64 -property installationPath
}

# 1. What is missing, by winget's names.
$needs = @()
if (-not (Get-Command git -ErrorAction SilentlyContinue)) { $needs += 'Git.Git' }
if (-not (Get-Command cmake -ErrorAction SilentlyContinue)) { $needs += 'Kitware.CMake' }
if (-not (Get-Command ninja -ErrorAction SilentlyContinue)) { $needs += 'Ninja-build.Ninja' }
# Renders the icons; librsvg is inside, and winget has no package of librsvg itself.
if (-not (Get-Command rsvg-convert, magick -ErrorAction SilentlyContinue)) { $needs += 'ImageMagick.ImageMagick' }
$compiler = Test-Compiler
if (-not $compiler) { $needs += 'Microsoft.VisualStudio.2022.BuildTools' }
if ($needs.Count -gt 0) {
    Write-Host "To install (by winget): $($needs -join ', ')"
    if ([Environment]::UserInteractive -and -not $env:CI) {
        $answer = Read-Host 'Go on? [Y/n]'
        if ($answer -match '^[nN]') { Write-Error 'Nothing was installed.'; exit 77 }
    }
    foreach ($need in $needs) {
        $arguments = @('install', '--exact', '--id', $need, '--accept-package-agreements', '--accept-source-agreements')
        if ($need -like 'Microsoft.VisualStudio*') {
            $arguments += @('--override', '--quiet --wait --add Microsoft.VisualStudio.Workload.VCTools --includeRecommended')
        }
        Invoke-Checked "winget install $need" { winget @arguments }
    }
    $env:Path = [Environment]::GetEnvironmentVariable('Path', 'Machine') + ';' + [Environment]::GetEnvironmentVariable('Path', 'User')
    $compiler = Test-Compiler
}

# 2. vcpkg, which builds the libraries of packaging\windows\vcpkg.json (the first time takes long).
if (-not (Test-Path (Join-Path $vcpkg 'vcpkg.exe'))) {
    if (-not (Test-Path $vcpkg)) {
        Invoke-Checked 'git clone vcpkg' { git clone --depth 1 https://github.com/microsoft/vcpkg $vcpkg }
    }
    Invoke-Checked 'bootstrap-vcpkg' { & (Join-Path $vcpkg 'bootstrap-vcpkg.bat') -disableMetrics }
}

# 3. The compiler's environment, from Visual Studio's own script.
if (-not (Get-Command cl -ErrorAction SilentlyContinue)) {
    $vcvars = Join-Path $compiler 'VC\Auxiliary\Build\vcvars64.bat'
    cmd /c "`"$vcvars`" >nul && set" | ForEach-Object {
        if ($_ -match '^([^=]+)=(.*)$') { Set-Item -Path "env:$($Matches[1])" -Value $Matches[2] }
    }
}

# 4. Build; Ninja does nothing where nothing changed.
if (-not (Test-Path (Join-Path $build 'build.ninja'))) {
    Invoke-Checked 'cmake' {
        cmake --preset release -S $root `
            "-DCMAKE_TOOLCHAIN_FILE=$vcpkg\scripts\buildsystems\vcpkg.cmake" `
            "-DVCPKG_MANIFEST_DIR=$root\packaging\windows" '-DVCPKG_TARGET_TRIPLET=x64-windows'
    }
}
Invoke-Checked 'ninja' { ninja -C $build pennypost pennypost-cli }
$env:Path = "$build\vcpkg_installed\x64-windows\bin;$env:Path"
$env:QT_PLUGIN_PATH = "$build\vcpkg_installed\x64-windows\Qt6\plugins"

# 5. Start, or show the main job in the terminal.
if ($args.Count -gt 0 -and $args[0] -eq '--demo') {
    & (Join-Path $PSScriptRoot 'demo.ps1') (Join-Path $build 'bin\pennypost-cli.exe')
    exit $LASTEXITCODE
}
& (Join-Path $build 'bin\pennypost.exe') @args
