#pragma once
#include <stddef.h>

// The bytes of one file of this folder, as they were when the program was built.
struct embedded_file {
    const unsigned char *bytes;
    size_t count;
};

struct embedded_file embedded_panel_charts(void);
struct embedded_file embedded_panel_document(void);
struct embedded_file embedded_panel_icon(void);
struct embedded_file embedded_panel_script(void);
struct embedded_file embedded_panel_style(void);
struct embedded_file embedded_pages_common(void);
struct embedded_file embedded_pages_tables(void);
struct embedded_file embedded_pages_decoding(void);
struct embedded_file embedded_pages_heat_map(void);
struct embedded_file embedded_pages_chart(void);
struct embedded_file embedded_pages_charting(void);
struct embedded_file embedded_pages_threshold(void);
struct embedded_file embedded_pages_start(void);
struct embedded_file embedded_pages_style(void);
struct embedded_file embedded_slug_readings(void);
struct embedded_file embedded_slug_entities(void);
