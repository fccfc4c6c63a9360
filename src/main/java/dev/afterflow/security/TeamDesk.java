package dev.afterflow.security;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The teams over HTTP. */
@RestController
@RequestMapping("/api/teams")
@Tag(name = "teams")
class TeamDesk {

    private final Teams teams;

    TeamDesk(Teams teams) {
        this.teams = teams;
    }

    @GetMapping
    @PreAuthorize(Rules.ANY_ROLE)
    @Operation(summary = "团队 / Teams", description = "With the members who share a shop with me.")
    List<Teams.Team> list() {
        return teams.all(Who.current());
    }

    @PutMapping("/{name}")
    @PreAuthorize(Rules.ADMIN)
    @Operation(summary = "设置团队 / Set a team", description = "Members left out of the body stay as they are.")
    Teams.Team set(@PathVariable String name, @RequestBody Teams.Wish wish) {
        return teams.set(name, wish, Who.current());
    }
}
