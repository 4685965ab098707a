# Pennypost's main job in the terminal, on this computer alone:  demo.ps1 PENNYPOST_CLI
param([Parameter(Mandatory)] [string] $Cli)
$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest

$folder = Join-Path ([IO.Path]::GetTempPath()) ('pennypost-demo-' + [IO.Path]::GetRandomFileName())
$null = New-Item -ItemType Directory $folder
$told = Join-Path $folder 'practice.json'
Write-Host '1. A practice server: on 127.0.0.1 alone, its certificate and password made this moment'
$server = Start-Process -FilePath $Cli -ArgumentList @('--profile', "`"$folder`"", '--json', 'practice') `
    -RedirectStandardOutput $told -NoNewWindow -PassThru
try {
    for ($i = 0; $i -lt 100 -and -not ((Test-Path $told) -and (Get-Item $told).Length -gt 0); $i++) { Start-Sleep -Milliseconds 100 }
    $practice = Get-Content -Encoding UTF8 $told -TotalCount 1 | ConvertFrom-Json
    Write-Host "127.0.0.1:$($practice.port), user $($practice.user), certificate $($practice.pin)"

    Write-Host '2. An account there, that trusts exactly this certificate; its password is kept nowhere'
    & $Cli --profile $folder account add --id demo --address demo@localhost --name 'Pennypost Demo' --server 127.0.0.1 `
        --port $practice.port --security tls --user $practice.user --pin $practice.pin --session-secret
    if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }

    Write-Host '3. A letter with text, HTML and two attachments, over TLS with AUTH'
    $text = Join-Path $folder 'letter.txt'
    $html = Join-Path $folder 'letter.html'
    $table = Join-Path $folder 'table.csv'
    [IO.File]::WriteAllText($text, "Dear reader,`n`nthis letter went out over TLS, with a picture and a table.`n")
    [IO.File]::WriteAllText($html, "<p>Dear reader,</p>`n<p>this letter went out over <b>TLS</b>, with a picture and a table.</p>`n")
    [IO.File]::WriteAllText($table, "stage,octets`r`nwritten,1`r`nsent,2`r`n")
    $picture = Join-Path $PSScriptRoot '..\..\resources\pennypost.svg'
    $practice.password | & $Cli --profile $folder send --account demo --password-stdin --from demo@localhost --to reader@localhost `
        --subject 'A first letter' --text $text --html $html --attach $picture --attach $table
    $status = $LASTEXITCODE

    Write-Host '4. As it was received'
    Get-ChildItem -Recurse (Join-Path $folder 'practice') -Filter *.eml | ForEach-Object { $_.FullName }
    exit $status
} finally {
    Stop-Process -Id $server.Id -ErrorAction SilentlyContinue
}
