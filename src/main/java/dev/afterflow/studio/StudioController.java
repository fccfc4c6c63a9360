package dev.afterflow.studio;

import dev.afterflow.engine.ModelFile;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The library: every process, table and form in force, its versions, its picture, the file itself. */
@RestController
@RequestMapping("/api/studio")
@PreAuthorize(StudioController.READ)
@Tag(name = "studio")
class StudioController {

    static final String READ = "hasAnyRole('OWNER', 'MANAGER', 'ADMIN')";
    static final String PUBLISH = "hasRole('OWNER')";
    private static final Duration DAY = Duration.ofDays(1);

    private final Library library;
    private final ElementTemplates templates;

    StudioController(Library library, ElementTemplates templates) {
        this.library = library;
        this.templates = templates;
    }

    @GetMapping("/models")
    @Operation(summary = "流程、决策和表单 / The library", description = "Every file of the rule book in force, with its version, its running cases and what uses it.")
    List<Library.Entry> models() {
        return library.all();
    }

    @GetMapping("/models/{file}")
    @Operation(summary = "一个文件和它的版本 / One file and its versions")
    Library.Shown model(@PathVariable String file) {
        return library.one(file);
    }

    @GetMapping("/models/{file}/versions/{hash}")
    @Operation(summary = "某个版本的内容 / The text of a version")
    Map<String, String> version(@PathVariable String file, @PathVariable String hash) {
        return Map.of("file", file, "hash", hash, "text", library.text(file, hash).text());
    }

    /** As it was published, byte for byte. */
    @GetMapping("/models/{file}/versions/{hash}/file")
    @Operation(summary = "下载 / Download a version as it was published")
    ResponseEntity<byte[]> download(@PathVariable String file, @PathVariable String hash) {
        ModelFile version = library.text(file, hash);
        MediaType type = Kind.of(version) == Kind.FORM ? MediaType.APPLICATION_JSON : MediaType.APPLICATION_XML;
        return ResponseEntity.ok().contentType(type).header(HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(file, StandardCharsets.UTF_8).build().toString()).body(version.content());
    }

    @GetMapping(path = "/models/{file}/versions/{hash}/picture", produces = "image/svg+xml")
    @Operation(summary = "缩略图 / A small picture of a version")
    ResponseEntity<String> picture(@PathVariable String file, @PathVariable String hash) {
        return ResponseEntity.ok().cacheControl(CacheControl.maxAge(DAY).cachePrivate()).header("Content-Security-Policy", "sandbox; default-src 'none'; style-src 'unsafe-inline'")
                .body(Thumbnail.of(library.version(file, hash)));
    }

    @GetMapping("/element-templates")
    @Operation(summary = "Camunda Modeler 元素模板 / Element templates for Camunda Modeler", description = "Save it as .camunda/element-templates/afterflow.json beside the models.")
    ResponseEntity<List<Map<String, Object>>> elementTemplates() {
        return ResponseEntity.ok().header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename("afterflow.json").build().toString()).body(templates.all());
    }
}
