#include "CEmbeddedFiles.h"

// The files are taken in by the compiler, so that each program stays a single file.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char panel_charts_bytes[] = {
#embed "panel/panel-charts.js"
};
struct embedded_file embedded_panel_charts(void) {
    return (struct embedded_file){panel_charts_bytes, sizeof panel_charts_bytes};
}

static const unsigned char panel_document_bytes[] = {
#embed "panel/panel.html"
};
struct embedded_file embedded_panel_document(void) {
    return (struct embedded_file){panel_document_bytes, sizeof panel_document_bytes};
}

static const unsigned char panel_icon_bytes[] = {
#embed "panel/favicon.svg"
};
struct embedded_file embedded_panel_icon(void) {
    return (struct embedded_file){panel_icon_bytes, sizeof panel_icon_bytes};
}

static const unsigned char panel_script_bytes[] = {
#embed "panel/panel.js"
};
struct embedded_file embedded_panel_script(void) {
    return (struct embedded_file){panel_script_bytes, sizeof panel_script_bytes};
}

static const unsigned char panel_style_bytes[] = {
#embed "panel/panel.css"
};
struct embedded_file embedded_panel_style(void) {
    return (struct embedded_file){panel_style_bytes, sizeof panel_style_bytes};
}

static const unsigned char pages_common_bytes[] = {
#embed "pages/common.js"
};
struct embedded_file embedded_pages_common(void) {
    return (struct embedded_file){pages_common_bytes, sizeof pages_common_bytes};
}

static const unsigned char pages_tables_bytes[] = {
#embed "pages/tables.js"
};
struct embedded_file embedded_pages_tables(void) {
    return (struct embedded_file){pages_tables_bytes, sizeof pages_tables_bytes};
}

static const unsigned char pages_decoding_bytes[] = {
#embed "pages/decoding.js"
};
struct embedded_file embedded_pages_decoding(void) {
    return (struct embedded_file){pages_decoding_bytes, sizeof pages_decoding_bytes};
}

static const unsigned char pages_heat_map_bytes[] = {
#embed "pages/heat-map.js"
};
struct embedded_file embedded_pages_heat_map(void) {
    return (struct embedded_file){pages_heat_map_bytes, sizeof pages_heat_map_bytes};
}

static const unsigned char pages_chart_bytes[] = {
#embed "pages/chart.js"
};
struct embedded_file embedded_pages_chart(void) {
    return (struct embedded_file){pages_chart_bytes, sizeof pages_chart_bytes};
}

static const unsigned char pages_charting_bytes[] = {
#embed "pages/charting.js"
};
struct embedded_file embedded_pages_charting(void) {
    return (struct embedded_file){pages_charting_bytes, sizeof pages_charting_bytes};
}

static const unsigned char pages_threshold_bytes[] = {
#embed "pages/threshold.js"
};
struct embedded_file embedded_pages_threshold(void) {
    return (struct embedded_file){pages_threshold_bytes, sizeof pages_threshold_bytes};
}

static const unsigned char pages_start_bytes[] = {
#embed "pages/start.js"
};
struct embedded_file embedded_pages_start(void) {
    return (struct embedded_file){pages_start_bytes, sizeof pages_start_bytes};
}

static const unsigned char pages_style_bytes[] = {
#embed "pages/style.css"
};
struct embedded_file embedded_pages_style(void) {
    return (struct embedded_file){pages_style_bytes, sizeof pages_style_bytes};
}

static const unsigned char slug_readings_bytes[] = {
#embed "text/transliteration.txt"
};
struct embedded_file embedded_slug_readings(void) {
    return (struct embedded_file){slug_readings_bytes, sizeof slug_readings_bytes};
}

static const unsigned char slug_entities_bytes[] = {
#embed "text/entities.txt"
};
struct embedded_file embedded_slug_entities(void) {
    return (struct embedded_file){slug_entities_bytes, sizeof slug_entities_bytes};
}
