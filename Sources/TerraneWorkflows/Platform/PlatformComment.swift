/// The script that writes plans into a pull request.
enum PlatformComment {
    /// For `actions/github-script`. It finds its own comment by a mark, and shortens what GitHub would not take: a comment has
    /// at most 65,536 characters.
    static let script = """
        const fs = require('fs');
        const mark = '<!-- terraform plans -->';
        const limit = 60000;
        const plans = fs.readdirSync('plans', { recursive: true })
          .filter((name) => name.endsWith('.txt'))
          .sort();
        const sections = plans.map((name) => {
          const text = fs.readFileSync(`plans/${name}`, 'utf8');
          const outcome = text.split('\\n').reverse().find((line) => /^(Plan:|No changes\\.)/.test(line)) ?? 'No outcome';
          const room = Math.floor(limit / plans.length) - 500;
          const shown = text.length > room ? `… the beginning is in the log\\n${text.slice(-room)}` : text;
          const title = name.split('/').pop().replace(/\\.txt$/, '');
          const fence = '`'.repeat(Math.max(3, ...(shown.match(/`+/g) ?? []).map((run) => run.length + 1)));
          return `<details><summary><b>${title}</b>: ${outcome}</summary>\\n\\n${fence}\\n${shown}\\n${fence}\\n\\n</details>`;
        });
        const body = [mark, '### Terraform plans', ...sections].join('\\n\\n');
        const place = { ...context.repo, issue_number: context.issue.number };
        const comments = await github.paginate(github.rest.issues.listComments, place);
        const mine = comments.find((comment) => comment.user.type === 'Bot' && comment.body.startsWith(mark));
        if (mine) {
          await github.rest.issues.updateComment({ ...context.repo, comment_id: mine.id, body });
        } else {
          await github.rest.issues.createComment({ ...place, body });
        }
        """
}
