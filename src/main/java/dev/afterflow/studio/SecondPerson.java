package dev.afterflow.studio;

import dev.afterflow.engine.ModelFile;
import dev.afterflow.engine.Releases;
import dev.afterflow.security.Audit;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import dev.afterflow.studio.JdbcProposals.File;
import dev.afterflow.studio.JdbcProposals.Proposal;
import dev.afterflow.studio.JdbcProposals.State;
import dev.afterflow.studio.JdbcProposals.Wish;
import dev.afterflow.studio.JdbcReleases.By;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Decides on what another owner proposed: releases the whole rule book anew, or rejects with a reason. */
@Service
class SecondPerson {

    private final Releases releases;
    private final Checks checks;
    private final JdbcProposals proposals;
    private final JdbcReleases records;
    private final JdbcSoftware software;
    private final Audit audit;
    private final boolean smallTeam;

    SecondPerson(Releases releases, Checks checks, JdbcProposals proposals, JdbcReleases records, JdbcSoftware software, Audit audit,
                 @Value("${afterflow.security.small-team:false}") boolean smallTeam) {
        this.releases = releases;
        this.checks = checks;
        this.proposals = proposals;
        this.records = records;
        this.software = software;
        this.audit = audit;
        this.smallTeam = smallTeam;
    }

    /**
     * One deployment of the whole book; running cases keep theirs.
     *
     * @param confirmedAgain in a small team the proposer may release, saying so a second time
     * @return id of the release record
     * @throws Problem 403 for the proposer, 409 when it is decided or something newer is in force, 422 when the rules have changed since
     */
    @Transactional
    long release(long id, boolean confirmedAgain, Who who) {
        releases.lock();
        Proposal proposal = open(id);
        demandSecond(proposal, confirmedAgain, who);
        Releases.Book now = releases.inForce();
        Map<String, ModelFile> inForce = Merge.byName(now.files());
        List<File> files = proposals.files(id);
        files.forEach(file -> demandUnmoved(file, inForce));
        List<ModelFile> changed = files.stream().filter(file -> file.hash() != null)
                .map(file -> new ModelFile(file.name(), records.content(file.hash()).orElseThrow())).toList();
        List<ModelFile> book = Proposals.book(inForce, changed, files.stream().filter(file -> file.hash() == null).map(File::name).toList());
        checks.pass(changed, book, who);
        String deployment = releases.release(book, "studio");
        if (proposal.kind() != Wish.CHANGE && proposal.kind() != Wish.ROLL_BACK) {
            files.forEach(file -> software.settle(file.name()));
        }
        proposals.decide(id, State.RELEASED, who, null);
        long release = records.record(deployment, id, proposal.note(), new By(proposal.byLogin(), proposal.byName()), new By(who.login(), who.name()), book);
        audit.record(Audit.HOUSE, "MODELS_RELEASED", "release", Long.toString(release), Map.of("proposal", id, "kind", proposal.kind(), "by", proposal.byLogin(),
                "deployment", deployment, "confirmedAgain", confirmedAgain, "files", Proposals.hashes(files)));
        return release;
    }

    @Transactional
    void reject(long id, String reason, Who who) {
        Proposal proposal = open(id);
        if (proposal.byLogin().equals(who.login())) {
            throw Problem.forbidden("studio.fourEyes", "提出人不能否决自己的方案，可以撤回", "The proposer does not reject their own proposal; withdraw it instead");
        }
        if (reason == null || reason.isBlank() || reason.length() > 1_000) {
            throw Problem.invalid("reason", "required", "请写明原因，最多 1000 字", "Give a reason, at most 1,000 characters");
        }
        proposals.decide(id, State.REJECTED, who, reason.strip());
        audit.record(Audit.HOUSE, "MODEL_REJECTED", "proposal", Long.toString(id), Map.of("by", proposal.byLogin(), "reason", reason.strip()));
    }

    @Transactional
    void withdraw(long id, Who who) {
        Proposal proposal = open(id);
        if (!proposal.byLogin().equals(who.login())) {
            throw Problem.forbidden("studio.notYours", "只有提出人可以撤回", "Only the proposer withdraws a proposal");
        }
        proposals.decide(id, State.WITHDRAWN, who, null);
        audit.record(Audit.HOUSE, "MODEL_WITHDRAWN", "proposal", Long.toString(id), Map.of());
    }

    private Proposal open(long id) {
        Proposal proposal = proposals.lock(id).orElseThrow(() -> Problem.notFound("proposal"));
        if (proposal.state() != State.OPEN) {
            throw Problem.conflict("studio.decided", "该方案已有结论，请刷新", "This proposal is decided already; reload");
        }
        return proposal;
    }

    private void demandSecond(Proposal proposal, boolean confirmedAgain, Who who) {
        boolean same = proposal.byLogin().equals(who.login());
        if (same && !smallTeam) {
            throw Problem.forbidden("studio.fourEyes", "提出人和发布人不能是同一人，请另一位流程负责人发布", "The proposer and the releaser are different people; ask another owner to release it");
        }
        if (same && !confirmedAgain) {
            throw Problem.invalid("confirmedAgain", "confirmAgain", "这是您自己提出的，请勾选再次确认", "You proposed it yourself: confirm it a second time");
        }
    }

    private static void demandUnmoved(File file, Map<String, ModelFile> inForce) {
        ModelFile now = inForce.get(file.name());
        if (!Objects.equals(file.base(), now == null ? null : now.hash())) {
            throw Problem.conflict("studio.moved", Kind.fileOf(file.name()) + " 在提出之后已有新版本发布，请基于新版本重新提出",
                    Kind.fileOf(file.name()) + " was released in another version since this was proposed; propose again on top of that one");
        }
    }
}
