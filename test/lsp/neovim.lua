-- An editing session as somebody at the keyboard would have it. What it saw goes to a file, as JSON.
local bin, node, file, out = os.getenv('BIN'), os.getenv('NODE'), os.getenv('FILE'), os.getenv('OUT')
local seen = {}
local published, exit_code = 0, nil

local function session()
  vim.cmd('edit ' .. vim.fn.fnameescape(file))
  local bufnr = vim.api.nvim_get_current_buf()
  local show = vim.lsp.handlers['textDocument/publishDiagnostics']
  local client_id = vim.lsp.start_client({
    name = 'reportlint',
    cmd = { node, bin, 'lsp' },
    on_exit = function(code) exit_code = code end,
    handlers = {
      ['textDocument/publishDiagnostics'] = function(...)
        show(...)
        published = published + 1
      end,
    },
  })
  vim.lsp.buf_attach_client(bufnr, client_id)

  local function diagnostics()
    local lines = {}
    for _, found in ipairs(vim.diagnostic.get(bufnr)) do
      local text = vim.api.nvim_buf_get_lines(bufnr, found.lnum, found.lnum + 1, false)[1]
      table.insert(lines, { line = found.lnum + 1, text = text:sub(found.col + 1, found.end_col), message = found.message })
    end
    return lines
  end
  local function awaited(count)
    if not vim.wait(20000, function() return published >= count end, 10) then error('no diagnostics came') end
    return diagnostics()
  end
  local function request(method, params)
    local answers, failure = vim.lsp.buf_request_sync(bufnr, method, params, 20000)
    if not answers then error(failure) end
    local answer = answers[client_id]
    if not answer or answer.err then error(vim.inspect(answer)) end
    return answer.result
  end
  local function actions(line, context)
    vim.api.nvim_win_set_cursor(0, { line, 0 })
    local params = vim.lsp.util.make_range_params(0, 'utf-16')
    params.context = vim.tbl_extend('keep', context, { diagnostics = vim.lsp.diagnostic.get_line_diagnostics(bufnr, line - 1) })
    return request('textDocument/codeAction', params)
  end
  local function apply(action) vim.lsp.util.apply_workspace_edit(action.edit, 'utf-16') end

  seen.opened = awaited(1)

  -- Typed and not saved, behind a character of two units.
  local typo = vim.fn.search('DepOps', 'nw')
  local text = vim.api.nvim_buf_get_lines(bufnr, typo - 1, typo, false)[1]
  vim.api.nvim_buf_set_lines(bufnr, typo - 1, typo, false, { text .. ' 🌿 on Kubernets' })
  seen.typed = awaited(2)

  seen.actions = {}
  for _, action in ipairs(actions(typo, { only = { 'quickfix' } })) do
    table.insert(seen.actions, action.title)
    if action.title:find('Kubernetes', 1, true) then seen.action = action end
  end
  apply(seen.action)
  seen.fixed = awaited(3)
  vim.cmd('write')

  -- On save, as the documentation says.
  local all = actions(1, { only = { 'source.fixAll.reportlint' }, diagnostics = {} })
  seen.all = #all
  apply(all[1])
  vim.cmd('write')
  vim.wait(5000, function() return #diagnostics() == 2 end, 10)
  seen.saved = diagnostics()

  seen.outline = {}
  for _, symbol in ipairs(request('textDocument/documentSymbol', { textDocument = { uri = vim.uri_from_bufnr(bufnr) } })) do
    table.insert(seen.outline, symbol.name)
    for _, child in ipairs(symbol.children) do table.insert(seen.outline, child.name) end
  end
  vim.api.nvim_win_set_cursor(0, { vim.fn.search('Summary', 'nw'), 0 })
  local hover = request('textDocument/hover', vim.lsp.util.make_position_params(0, 'utf-16'))
  seen.hover = hover.contents.value

  vim.lsp.stop_client(client_id)
  vim.wait(5000, function() return exit_code ~= nil end, 10)
  seen.exit = exit_code
end

local ok, failure = pcall(session)
if not ok then seen.failure = tostring(failure) end
seen.action = nil
vim.fn.writefile({ vim.json.encode(seen) }, out)
vim.cmd('qall!')
