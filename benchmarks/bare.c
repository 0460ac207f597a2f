/* Parses the files that it is given with libyaml and does nothing else: the physical limit of the parser. */
#include <stdio.h>
#include <yaml.h>

static int parse(const char *path) {
    FILE *file = fopen(path, "rb");
    yaml_parser_t parser;
    yaml_event_t event;
    int done = 0;
    if (!file || !yaml_parser_initialize(&parser)) return 1;
    yaml_parser_set_input_file(&parser, file);
    while (!done) {
        if (!yaml_parser_parse(&parser, &event)) return 1;
        done = event.type == YAML_STREAM_END_EVENT;
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    return fclose(file);
}

int main(void) {
    char path[4096];
    while (fgets(path, sizeof path, stdin)) {
        for (char *end = path; *end; end++)
            if (*end == '\n') *end = 0;
        if (parse(path)) return 1;
    }
    return 0;
}
