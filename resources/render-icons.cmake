# cmake -DRENDERER=... -DSOURCE=resources -DTARGET=folder -DSIZES=... -DAPP_SIZES=... -P render-icons.cmake
#
# RENDERER is rsvg-convert, or ImageMagick's magick where librsvg comes inside that (Windows): asked for by name below, as
# ImageMagick's own renderer knows neither gradients nor opacity well.
#
# All interface icons go onto one sheet, eight to a row in the order of names.txt, and each size of it is rendered at once:
# one run of the renderer for each size instead of six hundred.
set(columns 8)
file(MAKE_DIRECTORY "${TARGET}/icons" "${TARGET}/app")
cmake_path(GET RENDERER STEM renderer)
function(render svg drawn_width width png)
    if(renderer STREQUAL "rsvg-convert")
        set(command "${RENDERER}" --width ${width} --keep-aspect-ratio --output "${png}" "${svg}")
    else()
        # An SVG pixel is 1/96 inch; a drawing that is rasterized first and scaled afterwards would be blurred.
        math(EXPR thousandths "96000 * ${width} / ${drawn_width}")
        string(REGEX REPLACE "(...)$" ".\\1" density "${thousandths}")
        set(command "${RENDERER}" -background none -density ${density} "RSVG:${svg}" "PNG32:${png}")
    endif()
    execute_process(COMMAND ${command} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

file(GLOB svgs "${SOURCE}/icons/*.svg")
list(SORT svgs)
set(names)
set(cells)
set(number 0)
foreach(svg IN LISTS svgs)
    cmake_path(GET svg STEM name)
    string(APPEND names "${name}\n")
    file(READ "${svg}" drawing)
    if(NOT drawing MATCHES "^<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"24\" height=\"24\" viewBox=\"0 0 24 24\" ")
        message(FATAL_ERROR "${svg} is not drawn on the 24 px grid")
    endif()
    math(EXPR x "${number} % ${columns} * 24")
    math(EXPR y "${number} / ${columns} * 24")
    string(REPLACE "<svg " "<svg x=\"${x}\" y=\"${y}\" " drawing "${drawing}")
    string(APPEND cells "${drawing}")
    math(EXPR number "${number} + 1")
endforeach()
math(EXPR width "${columns} * 24")
math(EXPR height "(${number} + ${columns} - 1) / ${columns} * 24")
file(WRITE "${TARGET}/icons.svg"
    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"${width}\" height=\"${height}\" viewBox=\"0 0 ${width} ${height}\">\n${cells}</svg>\n")
file(WRITE "${TARGET}/icons/names.txt" "${names}")
foreach(size IN LISTS SIZES)
    math(EXPR across "${columns} * ${size}")
    render("${TARGET}/icons.svg" ${width} ${across} "${TARGET}/icons/${size}.png")
endforeach()
foreach(size IN LISTS APP_SIZES)
    render("${SOURCE}/pennypost.svg" 128 ${size} "${TARGET}/app/pennypost-${size}.png")
endforeach()
