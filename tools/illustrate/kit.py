"""The illustrator's kit: everything a picture script needs, and the style all pictures keep to.

STYLE. Contemporary layered landscape print (套色木刻 / gouache screen-print feel): flat-ish shapes with rich
edge detail, air between layers, restrained palette, soft light, fine grain.

How a picture is made: ``Sheet(width, height, scale)``; lay the sky, then every layer from far to near,
each nearer one darker, cooler in shadow and sharper, with mist between; light comes low from the LEFT; a
few cut tones per shape instead of smooth shading; saffron on under 3 % of the area; one quiet area for
type; ``sheet.finish()``; return the sheet. All measures are pixels of the final picture, so a proof at
``scale=0.25`` shows the same print.
"""
# ruff: noqa: F401  (this module is the door to the kit: it only hands on)

from tools.illustrate.air import lay_cloud, lay_cumulus, lay_mirror, lay_mist, lay_sky, lay_streaks
from tools.illustrate.growth import (
    blade,
    bough,
    crown,
    floret,
    leaf,
    lilac_branch,
    lilac_panicle,
    outline,
    poplar,
    spruce,
    spruce_wood,
    tuft,
    willow_tree,
)
from tools.illustrate.noise import blur, fbm, plane, profile, smooth
from tools.illustrate.palette import (
    APRICOT,
    BARK,
    DUSK,
    HUANGSHUI,
    HUANGSHUI_DEEP,
    HUANGSHUI_PALE,
    LILAC,
    LILAC_DEEP,
    LILAC_MILK,
    LILAC_NIGHT,
    LILAC_PALE,
    LOESS,
    LOESS_SHADE,
    MEADOW,
    MEADOW_PALE,
    MIST,
    PINE,
    PINE_DEEP,
    PINE_NIGHT,
    PINE_PALE,
    PINE_SOFT,
    SAFFRON,
    SAFFRON_PALE,
    SKY,
    SKY_DEEP,
    SKY_MILK,
    SKY_PALE,
    SNOW,
    SNOW_SHADE,
    Colour,
    Field,
    mix,
    ramp,
    tint,
)
from tools.illustrate.relief import Relief, cut_tones, lay_range, mountain_range, ridge_line, snow_cover
from tools.illustrate.sheet import Sheet, ink
