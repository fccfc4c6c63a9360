package dev.afterflow.backups;

import dev.afterflow.security.Who;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** An administrator's page of backups; the backups themselves stay on the server. */
@RestController
@RequestMapping("/api/backups")
@PreAuthorize("hasRole('ADMIN')")
@Tag(name = "backups")
class BackupDesk {

    private final Backups backups;

    BackupDesk(Backups backups) {
        this.backups = backups;
    }

    @GetMapping
    @Operation(summary = "备份列表 / Backups", description = "What lies in this node's folder, and how far the one being made is.")
    Backups.Shelf shelf() {
        return backups.shelf();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "立即备份 / Make a backup", description = "Returns at once; ask the list how far it is. 409 while one is being made.")
    JdbcRuns.Run make() {
        return backups.begin(Who.current());
    }

    @GetMapping("/{name}/manifest")
    @Operation(summary = "备份清单 / What stands in a backup")
    ResponseEntity<Resource> manifest(@PathVariable String name) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename("backup-" + name + ".json").build().toString())
                .body(new FileSystemResource(backups.manifest(name)));
    }
}
